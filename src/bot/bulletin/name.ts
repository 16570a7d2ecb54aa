/** the command that answers the buttons of bulletins, wherever their cards were sent */
export const BULLETIN = "通报";
