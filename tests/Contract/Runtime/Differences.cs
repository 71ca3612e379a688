using System.Text.RegularExpressions;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>
/// Compares the statements of two documents. Differences that follow from the nature of the two are made equal here, each with its
/// reason. All others are reported.
/// </summary>
internal static partial class Differences
{
    private const string Nowhere = "nowhere";

    public static IEnumerable<string> Between(IEnumerable<Fact> contract, IEnumerable<Fact> runtime)
    {
        var written = contract.Where(IsComparable).ToDictionary(fact => fact.Of);
        var running = runtime.Where(IsComparable).ToDictionary(fact => fact.Of);
        return
            from of in written.Keys.Union(running.Keys).Order(StringComparer.Ordinal)
            let promise = written.GetValueOrDefault(of)
            let practice = running.GetValueOrDefault(of)
            where promise is null || practice is null || !IsSame(promise, practice, running)
            select $"{of}: contract {Say(promise)}, runtime {Say(practice)}";
    }

    // Headers are read before routing, so no action binds one.
    private static bool IsComparable(Fact fact) => !fact.Of.Contains(" header parameter ", StringComparison.Ordinal);

    private static bool IsSame(Fact promise, Fact practice, Dictionary<string, Fact> running) =>
        Plain(promise) == Plain(practice)
        || IsConstant(promise, practice)
        || IsAbsentRatherThanNull(practice, running);

    // The two documents name some formats differently: int32 is the contract's integer and an amount is its x-usd. E-mail and password
    // are checked before binding and are strings in C#.
    private static string Plain(Fact fact) =>
        fact.Of.EndsWith(" type", StringComparison.Ordinal) ? OwnFormat().Replace(fact.Value, "") : fact.Value;

    // A member with one possible value is always written because its generated property is initialized, so it need not be required.
    private static bool IsConstant(Fact promise, Fact practice) =>
        practice.Of.EndsWith(".object required", StringComparison.Ordinal) && promise.Value == "True" && practice.Value == "False";

    // An optional member is null in C# and absent on the wire. A null on the wire is refused before binding.
    private static bool IsAbsentRatherThanNull(Fact practice, Dictionary<string, Fact> running) =>
        practice.Of.EndsWith(" nullable", StringComparison.Ordinal)
        && running[practice.Of.Replace(" nullable", " required", StringComparison.Ordinal)].Value == "False";

    private static string Say(Fact? fact) => fact is null ? Nowhere : $"'{fact.Value}' ({fact.Pointer})";

    [GeneratedRegex("/(int32|decimal|email|password)$")]
    private static partial Regex OwnFormat();
}
