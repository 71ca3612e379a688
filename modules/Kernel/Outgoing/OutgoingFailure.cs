namespace Cryptocardium.Kernel.Outgoing;

/// <summary>Why a request has no answer.</summary>
public enum OutgoingFailure
{
    /// <summary>The URL is none that may be asked: not https, or with a user name in it.</summary>
    UrlRefused,

    /// <summary>The host's name has an address that is not of the public internet.</summary>
    AddressRefused,

    /// <summary>The host's name has no address.</summary>
    NameUnknown,

    /// <summary>The connection was refused or lost, or TLS failed.</summary>
    ConnectionFailed,

    /// <summary>The total time was over.</summary>
    TimedOut,
}
