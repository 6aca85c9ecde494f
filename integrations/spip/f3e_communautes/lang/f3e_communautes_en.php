<?php
return [
	'titre' => 'F3E – Communities of practice',
	'serveur' => 'Address of the server',
	'serveur_explication' => 'The one that F3E gave you, such as https://communautes.example.org.',
	'adresse_illisible' => 'This is not the address of a site: it begins with https:// (or http://).',
	'sans_reponse' => 'The address is saved, but the server does not answer there. Pages keep what they have, and their links.',
	'repond' => 'The server answers. Communities: @noms@.',
	'voir' => 'See it on the site of F3E',
	'raccourcis' => 'The shortcuts to write in an article:',
];
