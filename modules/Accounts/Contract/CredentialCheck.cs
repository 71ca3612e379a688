using System.Diagnostics.CodeAnalysis;
using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>The result of checking a bearer: a caller, or the reason for the refusal.</summary>
/// <param name="Caller">The caller; null when the bearer was refused.</param>
/// <param name="Error"><c>invalid_credentials</c> or <c>session_expired</c>; null when the bearer was accepted.</param>
public sealed record CredentialCheck(Caller? Caller, Error? Error)
{
    /// <summary>The bearer is malformed, unknown or revoked.</summary>
    public static readonly CredentialCheck Invalid = new(null, Errors.InvalidCredentials);

    /// <summary>The session was idle too long, or is too old.</summary>
    public static readonly CredentialCheck Expired = new(null, Errors.SessionExpired);

    /// <summary>Whether there is a caller.</summary>
    [MemberNotNullWhen(true, nameof(Caller))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Accepted => Caller is not null;
}
