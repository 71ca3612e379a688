namespace Cryptocardium.Accounts.Passwords;

// The hash of a new account's password, made before the unit of work.
internal sealed record PasswordHash(string Text);
