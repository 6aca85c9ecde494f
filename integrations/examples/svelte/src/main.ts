import { mount } from 'svelte';
import { configure } from 'f3e-community-widgets';
import 'f3e-community-widgets/define';
import App from './app.svelte';

configure({ endpoint: import.meta.env.VITE_F3E_SERVER });
mount(App, { target: document.querySelector('#app')! });
