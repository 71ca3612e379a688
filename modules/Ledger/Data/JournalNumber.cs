using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// The number of a journal consists of 10 bits lane, 43 bits sequence and 1 bit book; the number of an entry adds 6 bits for its line.
// So the database can check lanes and books by arithmetic instead of look-ups.
internal static class JournalNumber
{
    public const int LinesPerJournal = 64;

    /// <summary>The number of bits to the right of the lane.</summary>
    public const int LaneShift = SequenceBits + BookBits;

    private const int BookBits = 1;
    private const int SequenceBits = 43;

    public static long Of(int lane, long sequence, Mode mode) =>
        ((((long)lane << SequenceBits) | sequence) << BookBits) | (mode == Mode.Live ? 1L : 0L);

    public static long SequenceOf(long number) => (number >> BookBits) & ((1L << SequenceBits) - 1);

    public static int LaneOf(long number) => (int)(number >> LaneShift);

    public static long First(int lane) => (long)lane << LaneShift;

    /// <summary>The lower of the two numbers, one for each book, that a journal at a sequence of a lane can have.</summary>
    public static long At(int lane, long sequence) => Of(lane, sequence, Mode.Sandbox);

    public static long OfEntry(long entry) => entry / LinesPerJournal;

    public static int LineOf(long entry) => (int)(entry % LinesPerJournal);

    public static long Entry(long number, int line) => number * LinesPerJournal + line;
}
