namespace Cryptocardium.Kernel.Outgoing;

/// <summary>The reason for a request without a response.</summary>
public enum OutgoingFailure
{
    /// <summary>The URL is not allowed: not https, or with a user name.</summary>
    UrlRefused,

    /// <summary>The host's name has an address that is not public.</summary>
    AddressRefused,

    /// <summary>The host's name has no address.</summary>
    NameUnknown,

    /// <summary>The connection was refused or lost, or TLS failed.</summary>
    ConnectionFailed,

    /// <summary>The total time limit has passed.</summary>
    TimedOut,
}
