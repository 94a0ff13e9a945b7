// A stand-in for the official web client: it asks the server the same in the same order, and shows next to nothing.
void import('./view.js').then(({ begin }) => begin())
