namespace Cryptocardium.Tests.Simulation.Replay;

/// <summary>A line of a journal, as stored.</summary>
internal readonly record struct Entry(long Journal, long No, long Account, long Amount, long BalanceAfter, long AccountSequence)
{
    private const int LinesPerJournal = 64;

    /// <summary>Whether it has the number of this line of its journal.</summary>
    public bool IsLine(int line) => No == Journal * LinesPerJournal + line;
}
