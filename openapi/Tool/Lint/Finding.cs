namespace Cryptocardium.Contract.Lint;

/// <summary>A place in the contract that breaks an authoring rule.</summary>
internal sealed record Finding(long Line, long Column, string Rule, string Message)
{
    public static Finding At(Node node, string rule, string message) => new(node.Line, node.Column, rule, message);

    /// <summary>The form that MSBuild and editors recognise, so a finding shows up as an error of the build.</summary>
    public string InMsBuildFormat(string file) => $"{file}({Line},{Column}): error {Rule}: {Message}";
}
