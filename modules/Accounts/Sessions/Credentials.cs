using Cryptocardium.Accounts.Contract;

namespace Cryptocardium.Accounts.Sessions;

// Selects the checker of a bearer by its prefix. It runs with each request.
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
                throw new InvalidOperationException($"Two credential checkers have the prefix {checker.Prefix}.");
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
