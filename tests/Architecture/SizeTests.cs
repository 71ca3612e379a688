namespace Cryptocardium.Architecture.Tests;

/// <summary>Limits the sizes of files and methods. Medians and 95th percentiles are ratchets: a ceiling is only ever lowered.</summary>
public sealed class SizeTests
{
    private const int FileCap = 300;
    private const int MethodCap = 60;

    [Fact]
    public void There_are_sources_to_measure() => Violations.None(
        "No source was found of:",
        from project in Project.Modules.Append(Project.Host)
        where !Source.Product.Any(source => source.Path.StartsWith(project.Folder + "/", StringComparison.Ordinal))
        select project.Path);

    [Fact]
    public void No_file_is_longer_than_the_cap() => Violations.None(
        $"A file has at most {FileCap} lines:",
        Source.All.Where(source => source.Lines.Length > FileCap).Select(source => $"{source.Path}: {source.Lines.Length}"));

    [Fact]
    public void No_method_is_longer_than_the_cap() => Violations.None(
        $"A method has at most {MethodCap} lines:",
        Source.All.SelectMany(source => source.Methods()).Where(method => method.Lines > MethodCap).Select(method => $"{method.Place}: {method.Lines}"));

    /// <summary>The aim is 40 and 150 lines for files, 8 and 35 for methods. The second row is for the tests.</summary>
    [Theory]
    [InlineData(false, 40, 150, 8, 35)]
    [InlineData(true, 65, 150, 8, 35)]
    public void Sizes_do_not_grow(bool tests, int fileMedian, int file95, int methodMedian, int method95)
    {
        var sources = Source.All.Where(source => source.IsTest == tests).ToList();
        var files = Sorted(sources.Select(source => source.Lines.Length));
        var methods = Sorted(sources.SelectMany(source => source.Methods()).Select(method => method.Lines));
        Violations.None(
            "Larger than before:",
            new (string What, int Is, int Ceiling)[]
            {
                ("median of files", At(files, 0.5), fileMedian),
                ("95th percentile of files", At(files, 0.95), file95),
                ("median of methods", At(methods, 0.5), methodMedian),
                ("95th percentile of methods", At(methods, 0.95), method95),
            }
            .Where(measure => measure.Is > measure.Ceiling)
            .Select(measure => $"{measure.What}: {measure.Is}, ceiling {measure.Ceiling}"));
    }

    private static int[] Sorted(IEnumerable<int> values) => [.. values.Order()];

    private static int At(int[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];
}
