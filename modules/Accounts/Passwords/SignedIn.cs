using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Passwords;

// The account whose e-mail and password a sign_in presented.
internal sealed record SignedIn(AccountId Account);
