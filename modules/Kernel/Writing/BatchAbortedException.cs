namespace Cryptocardium.Kernel.Writing;

// A command has written and cannot be rolled back alone. Its batch is rolled back and runs again with savepoints.
internal sealed class BatchAbortedException() : Exception("The batch has no savepoint.");
