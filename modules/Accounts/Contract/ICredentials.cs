namespace Cryptocardium.Accounts.Contract;

/// <summary>Tells the edge whose bearer a request carries.</summary>
public interface ICredentials
{
    /// <summary>Judges a bearer, as it stands now: one that was revoked is refused from the next call on.</summary>
    /// <param name="bearer">What follows <c>Bearer </c> in the Authorization header, whatever it may be.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken);
}
