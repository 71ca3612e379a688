namespace Cryptocardium.Kernel;

/// <summary>Converts a mode to text and back.</summary>
public static class ModeText
{
    /// <summary>The text on the wire: <c>live</c> or <c>sandbox</c>.</summary>
    public static string Text(this Mode mode) => mode == Mode.Live ? "live" : "sandbox";

    /// <summary>The mode of a text from the wire.</summary>
    public static Mode Parse(string text) => text == "live" ? Mode.Live : Mode.Sandbox;
}
