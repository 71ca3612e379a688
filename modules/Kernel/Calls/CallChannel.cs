namespace Cryptocardium.Kernel;

/// <summary>The channel of a call.</summary>
public enum CallChannel
{
    /// <summary>The REST API.</summary>
    Api,

    /// <summary>MCP over HTTP.</summary>
    Mcp,

    /// <summary>MCP over standard input and output.</summary>
    Stdio,

    /// <summary>The panel.</summary>
    Panel,

    /// <summary>A job of the program itself.</summary>
    Job,
}
