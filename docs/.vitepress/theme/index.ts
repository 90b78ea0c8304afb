import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { showHovers } from './hovers.js';
import './style.css';

export default {
	extends: DefaultTheme,
	enhanceApp() {
		if (typeof document !== 'undefined') showHovers();
	},
} satisfies Theme;
