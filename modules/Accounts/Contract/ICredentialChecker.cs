namespace Cryptocardium.Accounts.Contract;

/// <summary>Judges the bearers of one kind of credential, known by how they begin.</summary>
public interface ICredentialChecker
{
    /// <summary>The beginning of its bearers, <c>sess_</c>; no other kind begins with it.</summary>
    string Prefix { get; }

    /// <summary>Judges a bearer, as it stands now: one that was revoked is refused from the next call on.</summary>
    /// <param name="bearer">All of it, prefix included.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken);
}
