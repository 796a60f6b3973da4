/** Whether this window is shown inside another: PayTR leads its frame back to us when the form is done. */
export const isFramed = window.self !== window.top;
