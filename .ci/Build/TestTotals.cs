using System.Globalization;
using System.Xml.Linq;

namespace Cryptocardium.Build;

/// <summary>How many tests ended how, over all test projects of one run.</summary>
internal sealed record TestTotals(int Passed, int Failed, int Skipped)
{
    /// <summary>Adds up the .trx files that dotnet test left in a folder, one per test project.</summary>
    public static TestTotals Read(string folder)
    {
        var totals = new TestTotals(0, 0, 0);
        foreach (var file in Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories))
        {
            var counters = XDocument.Load(file).Descendants().Single(element => element.Name.LocalName == "Counters");
            int total = Count(counters, "total"), passed = Count(counters, "passed"), executed = Count(counters, "executed");
            // The file's own notExecuted stays 0 for skipped tests, and a test that timed out or was aborted is not in failed.
            totals = new(totals.Passed + passed, totals.Failed + executed - passed, totals.Skipped + total - executed);
        }
        return totals;
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    private static int Count(XElement counters, string name) => int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
