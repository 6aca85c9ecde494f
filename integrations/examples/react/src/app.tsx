import type {} from 'f3e-community-widgets/react';
import { useState } from 'react';

export function App() {
  const [view, setView] = useState('agenda');
  return (
    <main>
      <h1>Séances</h1>
      <f3e-session-calendar
        community="genre"
        view="agenda"
        onf3e-calendar-changed={(event) => setView(event.detail.view)}
      />
      <p role="status">Vue : {view}</p>
    </main>
  );
}
