namespace Cryptocardium.Architecture.Tests;

/// <summary>Reports all violations of a rule at once, one per line.</summary>
internal static class Violations
{
    public static void None(string rule, IEnumerable<string> found)
    {
        var lines = found.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lines)}");
    }
}
