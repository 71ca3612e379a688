using System.Globalization;
using System.Xml.Linq;

namespace Cryptocardium.Build;

/// <summary>The totals of one run over all test projects.</summary>
internal sealed record TestTotals(int Passed, int Failed, int Skipped)
{
    /// <summary>Adds up the .trx files of a folder, one per test project.</summary>
    public static TestTotals Read(string folder)
    {
        var totals = new TestTotals(0, 0, 0);
        foreach (var file in Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories))
        {
            var counters = XDocument.Load(file).Descendants().Single(element => element.Name.LocalName == "Counters");
            int total = Count(counters, "total"), passed = Count(counters, "passed"), executed = Count(counters, "executed");
            // The counter notExecuted of the file is 0 for skipped tests, and failed omits tests that timed out or were aborted.
            totals = new(totals.Passed + passed, totals.Failed + executed - passed, totals.Skipped + total - executed);
        }
        return totals;
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    private static int Count(XElement counters, string name) => int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
