namespace Cryptocardium.Benchmarks.Measures;

// One measure. Its rounds alternate between baseline and product.
internal interface IMeasure
{
    string Name { get; }

    string Question { get; }

    Task Run(Settings settings, Report report, Action<string> progress);
}
