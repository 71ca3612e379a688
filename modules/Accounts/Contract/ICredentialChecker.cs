namespace Cryptocardium.Accounts.Contract;

/// <summary>Checks the bearers of one type of credential, which share a prefix.</summary>
public interface ICredentialChecker
{
    /// <summary>The prefix of its bearers, <c>sess_</c>. No other prefix begins with it.</summary>
    string Prefix { get; }

    /// <summary>Checks a bearer. A revoked one is refused from its next call on.</summary>
    /// <param name="bearer">The bearer, with its prefix.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken);
}
