using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Cryptocardium.Tests;
using Cryptocardium.V1;

namespace Cryptocardium.Contract.Tests;

/// <summary>
/// The operations of the product that the contract does not have yet. The whole surface is fixed by its hash, so a line leaves the file only
/// when its operation appears in the contract.
/// </summary>
public sealed partial class PlannedOperationsTests
{
    private const string File = "planned-operations.txt";

    // The number and the hash of the names of all operations of v1. They change only when an operation joins that nobody had planned.
    private const int Surface = 127;
    private const string SurfaceHash = "107d97738b90508cf50f959b750baa230b0748e219138490b9933adda02917a9";

    private static readonly string[] Lines = System.IO.File.ReadAllLines(SourceTree.At("tests", "Contract", File));

    private static readonly IReadOnlyList<string> Planned = [.. Lines.Select(line => line.Split(' ')[0])];

    private static readonly IReadOnlyList<string> Present = [.. Operations.All.Select(operation => operation.Name)];

    [Fact]
    public void A_line_is_a_name_a_method_and_a_path() => Assert.All(Lines, line => Assert.Matches(Line(), line));

    [Fact]
    public void No_operation_is_both_planned_and_in_the_contract()
    {
        var routes = Operations.All.Select(operation => $"{operation.Method} {operation.Route}").ToHashSet(StringComparer.Ordinal);
        var both = Lines.Where(line => Present.Contains(line.Split(' ')[0]) || routes.Contains(line.Split(' ', 2)[1])).ToList();
        Assert.True(both.Count == 0, $"The contract has these; remove them from {File}:\n{string.Join('\n', both)}");
    }

    [Fact]
    public void The_contract_and_the_file_are_the_whole_surface()
    {
        var all = Present.Concat(Planned).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(all.Distinct(), all);
        Assert.Equal(Surface, all.Count);
        Assert.Equal(SurfaceHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all)))));
    }

    [GeneratedRegex(@"\A[a-z]+(_[a-z0-9]+)* (GET|POST|PATCH|DELETE) /v1(/[a-z0-9_]+|/\{[a-z_]+\})+\z")]
    private static partial Regex Line();
}
