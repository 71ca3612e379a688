namespace Cryptocardium.Accounts.Contract;

/// <summary>Finds the caller of a request by its bearer.</summary>
public interface ICredentials
{
    /// <summary>Checks a bearer. A revoked one is refused from its next call on.</summary>
    /// <param name="bearer">The text after <c>Bearer </c> in the Authorization header; it can be malformed.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken);
}
