<?php
return [
	'titre' => 'F3E – Communautés de pratiques',
	'serveur' => 'Adresse du serveur',
	'serveur_explication' => 'Celle que le F3E vous a donnée, par exemple https://communautes.example.org.',
	'adresse_illisible' => 'Cette adresse n’est pas celle d’un site : elle commence par https:// (ou http://).',
	'sans_reponse' => 'L’adresse est enregistrée, mais le serveur n’y répond pas. Les pages gardent ce qu’elles ont, et leurs liens.',
	'repond' => 'Le serveur répond. Communautés : @noms@.',
	'voir' => 'Voir sur le site du F3E',
	'raccourcis' => 'Les raccourcis à écrire dans un article :',
];
