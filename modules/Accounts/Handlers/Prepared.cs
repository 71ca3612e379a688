using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Handlers;

// Carries what was prepared before the unit of work to the handler. One per call.
internal sealed class Prepared
{
    // For create_account; null when the e-mail is taken already.
    public string? PasswordHash { get; set; }

    // For sign_in: whose e-mail and password these are.
    public AccountId SignedIn { get; set; }
}
