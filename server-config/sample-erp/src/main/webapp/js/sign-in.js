// The same page greets and tells that a sign-in has failed.
if (new URLSearchParams(location.search).has('failed')) {
  const said = document.getElementById('said');
  said.textContent = 'User or password is wrong. Try again.';
  said.className = 'message';
  said.setAttribute('role', 'alert');
}
