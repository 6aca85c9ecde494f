import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configure } from 'f3e-community-widgets';
import 'f3e-community-widgets/define';
import { App } from './app.js';

configure({ endpoint: import.meta.env.VITE_F3E_SERVER });
createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
