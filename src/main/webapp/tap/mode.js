// Before anything is painted: night stays night. (Not a module, so that painting waits for it.)
document.documentElement.dataset.mode = localStorage.getItem('leeway-mode') || 'auto';
