namespace Cryptocardium.Benchmarks.Measures;

// One question, answered by rounds in which baseline and product take turns.
internal interface IMeasure
{
    string Name { get; }

    string Question { get; }

    Task Run(Settings settings, Report report, Action<string> progress);
}
