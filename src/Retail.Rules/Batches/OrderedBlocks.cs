using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Retail.Rules.Batches;

/// <summary>
/// Reads blocks one after another, works on several at a time and hands them on in the order in which they were read. Blocks are reused, and
/// there are only so many, so that a source of any length takes little memory: who reads waits for who takes. What throws, in reading or in
/// work, throws when its turn has come, so that the first mistake is the same with any number of threads.
/// </summary>
/// <typeparam name="TBlock">What is read and worked on.</typeparam>
internal sealed class OrderedBlocks<TBlock>
    where TBlock : class
{
    /// <summary>So many blocks a worker are read or done and not yet taken: enough that none waits for a neighbour that takes longer.</summary>
    private const int BlocksPerWorker = 4;

    private readonly object reading = new();
    private readonly object gate = new();
    private readonly Func<TBlock> create;
    private readonly Func<TBlock, bool> read;
    private readonly Func<Action<TBlock>> createWorker;
    private Slot[] slots = [];
    private long readCount;
    private long takenCount;
    private bool isClosed;

    /// <param name="create">Makes an empty block.</param>
    /// <param name="read">Fills a block; false at the end. Called by one thread at a time.</param>
    /// <param name="createWorker">Makes what works on blocks; once for each thread.</param>
    public OrderedBlocks(Func<TBlock> create, Func<TBlock, bool> read, Func<Action<TBlock>> createWorker)
    {
        this.create = create;
        this.read = read;
        this.createWorker = createWorker;
    }

    /// <summary>The blocks, worked on, each valid until the next is asked for. To be enumerated once.</summary>
    public IEnumerable<TBlock> Run(int threads, CancellationToken cancellation) => threads == 1 ? RunHere(cancellation) : RunBeside(threads, cancellation);

    private IEnumerable<TBlock> RunHere(CancellationToken cancellation)
    {
        var block = create();
        var work = createWorker();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!read(block))
                yield break;
            work(block);
            yield return block;
        }
    }

    private IEnumerable<TBlock> RunBeside(int threads, CancellationToken cancellation)
    {
        slots = new Slot[threads * BlocksPerWorker];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = new Slot(create());
        var workers = new Task[threads];
        using (cancellation.Register(WakeAll))
        {
            try
            {
                for (var i = 0; i < threads; i++)
                    workers[i] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                while (Take(cancellation) is { } slot)
                {
                    yield return slot.Block;
                    Free(slot);
                }
            }
            finally
            {
                lock (gate)
                {
                    isClosed = true;
                    Monitor.PulseAll(gate);
                }
                // What was given by the caller is not touched any more once the enumeration is over.
                foreach (var worker in workers)
                    worker?.Wait(CancellationToken.None);
            }
        }
    }

    /// <summary>The next block in order, waited for; null at the end.</summary>
    private Slot? Take(CancellationToken cancellation)
    {
        var slot = slots[takenCount % slots.Length];
        lock (gate)
        {
            while (!slot.IsDone && !cancellation.IsCancellationRequested)
                Monitor.Wait(gate);
        }
        cancellation.ThrowIfCancellationRequested();
        slot.Failure?.Throw();
        return slot.IsEnd ? null : slot;
    }

    private void Free(Slot slot)
    {
        lock (gate)
        {
            slot.IsDone = false;
            takenCount++;
            Monitor.PulseAll(gate);
        }
    }

    private void Work()
    {
        Action<TBlock>? work = null;
        while (ReadNext() is { } slot)
        {
            try
            {
                work ??= createWorker();
                work(slot.Block);
            }
            catch (Exception failure)
            {
                slot.Failure = ExceptionDispatchInfo.Capture(failure);
            }
            Finish(slot);
        }
    }

    private Slot? ReadNext()
    {
        lock (reading)
        {
            Slot slot;
            lock (gate)
            {
                while (!isClosed && readCount - takenCount >= slots.Length)
                    Monitor.Wait(gate);
                if (isClosed)
                    return null;
                slot = slots[readCount % slots.Length];
                readCount++;
            }
            if (TryFill(slot))
                return slot;
            lock (gate)
                isClosed = true;
            Finish(slot);
            return null;
        }
    }

    private bool TryFill(Slot slot)
    {
        try
        {
            slot.IsEnd = !read(slot.Block);
            return !slot.IsEnd;
        }
        catch (Exception failure)
        {
            slot.Failure = ExceptionDispatchInfo.Capture(failure);
            return false;
        }
    }

    private void Finish(Slot slot)
    {
        lock (gate)
        {
            slot.IsDone = true;
            Monitor.PulseAll(gate);
        }
    }

    private void WakeAll()
    {
        lock (gate)
            Monitor.PulseAll(gate);
    }

    /// <summary>A place for a block; belongs to whoever reads it, then works on it, then takes it.</summary>
    private sealed class Slot
    {
        public Slot(TBlock block) => Block = block;

        public TBlock Block { get; }

        public bool IsDone { get; set; }

        public bool IsEnd { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}
