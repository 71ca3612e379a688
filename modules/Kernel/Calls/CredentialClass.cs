namespace Cryptocardium.Kernel;

/// <summary>The kind of credential that a caller presented.</summary>
public enum CredentialClass
{
    /// <summary>No credential.</summary>
    None = 0,

    /// <summary>A <c>sess_</c> bearer token.</summary>
    Session = 1,

    /// <summary>A job of the program itself.</summary>
    Job = 2,

    /// <summary>A secret API key.</summary>
    ApiKey = 3,

    /// <summary>An access token of an OAuth grant.</summary>
    Grant = 4,

    /// <summary>The session cookie of the panel.</summary>
    Panel = 5,
}
