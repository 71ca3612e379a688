namespace Cryptocardium.Accounts.Passwords;

// The password hash of a new account, computed before the unit of work.
internal sealed record PasswordHash(string Text);
