namespace Cryptocardium.Contract.Lint;

/// <summary>A violation of an authoring rule, with its line and column.</summary>
internal sealed record Finding(long Line, long Column, string Rule, string Message)
{
    public static Finding At(Node node, string rule, string message) => new(node.Line, node.Column, rule, message);

    /// <summary>The format that MSBuild and editors recognize, so that a finding is an error of the build.</summary>
    public string InMsBuildFormat(string file) => $"{file}({Line},{Column}): error {Rule}: {Message}";
}
