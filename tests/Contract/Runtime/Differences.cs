using System.Text.RegularExpressions;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>
/// Compares what two documents state. What differs by the nature of the two is made equal here, in one place, each with its
/// reason; everything else is a difference.
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

    // Headers are read by the edge before an action is chosen, so no action binds one.
    private static bool IsComparable(Fact fact) => !fact.Of.Contains(" header parameter ", StringComparison.Ordinal);

    private static bool IsSame(Fact promise, Fact practice, Dictionary<string, Fact> running) =>
        Plain(promise) == Plain(practice)
        || IsConstant(promise, practice)
        || IsAbsentRatherThanNull(practice, running);

    // Formats that the two have no common word for: 32 bits are the contract's integer, an amount is its x-usd; what makes a text an
    // e-mail or a password is checked before binding, and is a string in C#.
    private static string Plain(Fact fact) =>
        fact.Of.EndsWith(" type", StringComparison.Ordinal) ? OwnFormat().Replace(fact.Value, "") : fact.Value;

    // A member of one value is written always, since the generated property has it from the start; so nobody must set it.
    private static bool IsConstant(Fact promise, Fact practice) =>
        practice.Of.EndsWith(".object required", StringComparison.Ordinal) && promise.Value == "True" && practice.Value == "False";

    // An optional member is null in C# and absent on the wire; a null that is sent is refused before anything is bound.
    private static bool IsAbsentRatherThanNull(Fact practice, Dictionary<string, Fact> running) =>
        practice.Of.EndsWith(" nullable", StringComparison.Ordinal)
        && running[practice.Of.Replace(" nullable", " required", StringComparison.Ordinal)].Value == "False";

    private static string Say(Fact? fact) => fact is null ? Nowhere : $"'{fact.Value}' ({fact.Pointer})";

    [GeneratedRegex("/(int32|decimal|email|password)$")]
    private static partial Regex OwnFormat();
}
