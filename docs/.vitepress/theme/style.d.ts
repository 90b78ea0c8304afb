/** A style sheet, which VitePress adds to the site. */
declare module '*.css';
