namespace Cryptocardium.Kernel.Writing;

// What a command has written cannot be taken back alone: its batch starts again, with points to return to.
internal sealed class BatchAbortedException() : Exception("The batch has no point to return to.");
