namespace Cryptocardium.Accounts.Data;

// The contract allows ASCII only, so spellings of an e-mail differ in letter case alone.
internal static class Email
{
    public static string Normalize(string email) => email.ToLowerInvariant();
}
