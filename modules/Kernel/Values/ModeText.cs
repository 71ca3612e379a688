namespace Cryptocardium.Kernel;

/// <summary>A mode as text and back.</summary>
public static class ModeText
{
    /// <summary>The text on the wire: <c>live</c> or <c>sandbox</c>.</summary>
    public static string Text(this Mode mode) => mode == Mode.Live ? "live" : "sandbox";

    /// <summary>The mode that a text of the contract names.</summary>
    public static Mode Parse(string text) => text == "live" ? Mode.Live : Mode.Sandbox;
}
