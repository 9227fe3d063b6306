/** Words of signing in and of accepting an invitation. */

const nb = {
  title: 'Logg inn',
  username: 'Brukernavn',
  password: 'Passord',
  signIn: 'Logg inn',
  help: 'Har du ingen konto? Be en som kan alt, om en invitasjon.',
  invitation: 'Invitasjon',
  welcome: 'Velkommen',
  invited: 'Du er invitert til å være med på skjermene.',
  yourName: 'Navnet ditt',
  nameHint: 'Slik de andre kjenner deg',
  usernameHint: 'Små bokstaver og tall; det du logger inn med',
  passwordHint: (least: number) => `Minst ${least} tegn. Lengre er bedre enn rart.`,
  accept: 'Lag konto og logg inn',
  until: (time: string) => `Invitasjonen gjelder til ${time}.`,
  toSignIn: 'Til innlogging',
  show: 'Vis passordet',
}

const en: typeof nb = {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  help: 'No account? Ask somebody who can do everything for an invitation.',
  invitation: 'Invitation',
  welcome: 'Welcome',
  invited: 'You are invited to work with the screens.',
  yourName: 'Your name',
  nameHint: 'As the others know you',
  usernameHint: 'Small letters and digits; what you sign in with',
  passwordHint: (least) => `At least ${least} characters. Longer is better than odd.`,
  accept: 'Make the account and sign in',
  until: (time) => `The invitation holds until ${time}.`,
  toSignIn: 'To sign in',
  show: 'Show the password',
}

export const signin = { nb, en }
