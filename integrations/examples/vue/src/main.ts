import { createApp } from 'vue';
import { configure } from 'f3e-community-widgets';
import 'f3e-community-widgets/define';
import App from './app.vue';

configure({ endpoint: import.meta.env.VITE_F3E_SERVER });
createApp(App).mount('#app');
