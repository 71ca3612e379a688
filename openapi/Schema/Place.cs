using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>The current path of the walk, on the call stack; converted to text only for a violation.</summary>
internal struct Place
{
    public const int DepthMax = 64;

    private Steps steps;
    private int depth;

    public void Enter(SchemaProperty property) => steps[depth++] = new Step(property, 0);

    public void EnterItem(int index) => steps[depth++] = new Step(null, index);

    /// <summary>Enters a member that the schema does not name, by the position of its name in the JSON text.</summary>
    public void EnterName(int position) => steps[depth++] = new Step(null, ~position);

    public void Leave() => depth--;

    public readonly string Text(ReadOnlySpan<byte> utf8, string? member = null)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            var step = steps[i];
            if (step.Property is null && step.Position >= 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{step.Position}]");
            }
            else
            {
                Append(text, step.Property?.Name ?? NameAt(utf8, ~step.Position));
            }
        }

        return member is null ? text.ToString() : Append(text, member).ToString();
    }

    private static StringBuilder Append(StringBuilder text, string name) =>
        text.Append(text.Length > 0 ? "." : "").Append(name);

    // Cuts the name, which may be as long as the body.
    private static string NameAt(ReadOnlySpan<byte> utf8, int position)
    {
        const int ShownMax = 64;
        var reader = new Utf8JsonReader(utf8[position..], isFinalBlock: false, state: default);
        var name = reader.Read() && JsonText.Flaw(reader) == TextFlaw.None ? reader.GetString()! : "?";
        return name.Any(char.IsControl) ? "?" : name.Length <= ShownMax ? name : $"{name[..ShownMax]}…";
    }

    private readonly record struct Step(SchemaProperty? Property, int Position);

    [InlineArray(DepthMax + 1)]
    private struct Steps
    {
        private Step first;
    }
}
