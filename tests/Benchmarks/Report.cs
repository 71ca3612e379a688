using System.Globalization;
using System.Text.Json;

namespace Cryptocardium.Benchmarks;

// Collects figures per round and prints the median of each with its goal.
internal sealed class Report
{
    private readonly List<Line> lines = [];

    private sealed record Line(string Measure, string Figure, double Value, string Unit, string? Goal, bool? Met);

    // A figure without a goal, for reading the ratios.
    public void Figure(string measure, string figure, IReadOnlyList<double> rounds, string unit) =>
        lines.Add(new Line(measure, figure, Median(rounds), unit, null, null));

    // A ratio with a lower limit.
    public void AtLeast(string measure, string figure, IReadOnlyList<double> rounds, double goal) =>
        lines.Add(new Line(measure, figure, Median(rounds), "×", string.Create(CultureInfo.InvariantCulture, $">= {goal:0.00}"), Median(rounds) >= goal));

    // A ratio with an upper limit.
    public void AtMost(string measure, string figure, IReadOnlyList<double> rounds, double goal, string unit = "×") =>
        lines.Add(new Line(measure, figure, Median(rounds), unit, string.Create(CultureInfo.InvariantCulture, $"<= {goal:0.00}"), Median(rounds) <= goal));

    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"measure",-14} {"figure",-58} {"median",12}   {"goal",-9} met");
        foreach (var line in lines)
        {
            var value = line.Value.ToString(line.Value >= 100 ? "N0" : "0.00", CultureInfo.InvariantCulture);
            output.WriteLine($"{line.Measure,-14} {line.Figure,-58} {value,9} {line.Unit,-3}  {line.Goal,-8} {(line.Met is null ? "" : line.Met.Value ? "yes" : "NO")}");
        }
    }

    public string Json() => JsonSerializer.Serialize(lines);

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
