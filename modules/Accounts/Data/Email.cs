namespace Cryptocardium.Accounts.Data;

// The contract lets in ASCII only, so letter case is all that two spellings of one e-mail can differ in.
internal static class Email
{
    public static string Normalize(string email) => email.ToLowerInvariant();
}
