using Cryptocardium.Accounts.Contract;

namespace Cryptocardium.Accounts.Sessions;

// Runs with every request: hands the bearer to the one checker whose prefix it begins with.
internal sealed class Credentials : ICredentials
{
    private readonly ICredentialChecker[] checkers;

    public Credentials(IEnumerable<ICredentialChecker> checkers)
    {
        this.checkers = [.. checkers];
        foreach (var checker in this.checkers)
        {
            if (Array.FindAll(this.checkers, other => other.Prefix.StartsWith(checker.Prefix, StringComparison.Ordinal)).Length > 1)
            {
                throw new InvalidOperationException($"Two checkers take bearers that begin with {checker.Prefix}.");
            }
        }
    }

    public ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken)
    {
        foreach (var checker in checkers)
        {
            if (bearer.StartsWith(checker.Prefix, StringComparison.Ordinal))
            {
                return checker.Check(bearer, cancellationToken);
            }
        }

        return new(CredentialCheck.Invalid);
    }
}
