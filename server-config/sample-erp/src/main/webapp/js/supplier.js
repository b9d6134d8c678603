import { frame } from './shell.js';

// The page itself is made by Faces; only the navigation bar comes from here, and the language the answers are wanted in.
document.querySelector('erp-assistant')?.setAttribute('lang', navigator.language || 'en');
frame('suppliers');
