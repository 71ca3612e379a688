using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Passwords;

// The account whose e-mail and password a sign-in gave.
internal sealed record SignedIn(AccountId Account);
