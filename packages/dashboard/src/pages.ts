const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title}</title>
  <style>
    body { font: 1rem/1.6 system-ui, sans-serif; max-width: 26rem; margin: 6rem auto; padding: 0 1rem }
    input, button { font: inherit; padding: .5rem .75rem; width: 100%; box-sizing: border-box; margin-top: .5rem }
    .wrong { color: #b00020 }
  </style>
  <h1>${title}</h1>
  ${body}
</html>
`

const form = (message: string): string => `${message}
  <form method="post" action="/ops/login">
    <label for="key">Operator key</label>
    <input id="key" name="key" type="password" autocomplete="current-password" required autofocus placeholder="muster_…">
    <button>Sign in</button>
  </form>`

/** The page that asks for an operator key. */
export const loginPage = page('Muster job board', form(''))

/** The same after a key that does not open the board. */
export const refusedPage = page(
  'Muster job board',
  form('<p class="wrong" role="alert">That is not a key in force with the scope <code>operate</code>.</p>'),
)

/** The page that asks whether to sign out: signing out by a link could be triggered by any page. */
export const logoutPage = page(
  'Sign out',
  '<form method="post" action="/ops/logout"><button>Sign out</button></form><p><a href="/ops/queues">Back</a></p>',
)
