namespace Cryptocardium.Kernel;

/// <summary>How a caller proved who it is.</summary>
public enum CredentialClass
{
    /// <summary>It did not.</summary>
    None = 0,

    /// <summary>A <c>sess_</c> bearer.</summary>
    Session = 1,

    /// <summary>The program itself: a job.</summary>
    Job = 2,

    /// <summary>A secret API key.</summary>
    ApiKey = 3,

    /// <summary>An access token of an OAuth grant.</summary>
    Grant = 4,

    /// <summary>The cookie of a signed-in panel.</summary>
    Panel = 5,
}
