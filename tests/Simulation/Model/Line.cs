namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>One line of a posting: credits positive, debits negative, in micro-dollars.</summary>
internal readonly record struct Line(string Code, long Signed)
{
    public static Line Debit(string code, long amount) => new(code, -amount);

    public static Line Credit(string code, long amount) => new(code, amount);
}
