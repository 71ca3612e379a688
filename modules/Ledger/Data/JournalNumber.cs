using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// A journal's number says which chain it stands in, where, and in which book, so that the database can check with arithmetic
// alone what would otherwise take look-ups: 10 bits lane, 43 bits sequence, 1 bit book; an entry adds 6 bits for its line.
internal static class JournalNumber
{
    public const int LinesPerJournal = 64;

    /// <summary>How far to the right the lane stands.</summary>
    public const int LaneShift = SequenceBits + BookBits;

    private const int BookBits = 1;
    private const int SequenceBits = 43;

    public static long Of(int lane, long sequence, Mode mode) =>
        ((((long)lane << SequenceBits) | sequence) << BookBits) | (mode == Mode.Live ? 1L : 0L);

    public static long SequenceOf(long number) => (number >> BookBits) & ((1L << SequenceBits) - 1);

    public static int LaneOf(long number) => (int)(number >> LaneShift);

    public static long First(int lane) => (long)lane << LaneShift;

    /// <summary>The lower of the two numbers that a place in a lane can have, one for each book.</summary>
    public static long At(int lane, long sequence) => Of(lane, sequence, Mode.Sandbox);

    public static long Entry(long number, int line) => number * LinesPerJournal + line;
}
